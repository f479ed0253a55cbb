"""The audit: who signed in, failed, switched, submitted or changed a setting."""
