// What kind of browser this is, as far as the words on keeping data depend on it.

/**
 * Return whether this is Safari, or another browser of an iPhone or iPad: they delete data after seven days without a
 * visit.
 */
export const isSafari = () =>
  isApplePhone() || (/Safari\//.test(navigator.userAgent) && !/Chrom|Android|Epiphany/.test(navigator.userAgent));

/** Return whether this is an iPhone or an iPad. */
export const isApplePhone = () =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);

/** Return whether the app was opened from the Home Screen. */
export const isOnHomeScreen = () => matchMedia("(display-mode: standalone)").matches || ("standalone" in navigator && Boolean(navigator.standalone));
