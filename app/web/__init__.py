"""The contractor's web app: one page, its files, and the service worker that keeps them for offline."""
