"""What keeps data safe: backups, bringing them back, and checking that all that must hold does hold."""
