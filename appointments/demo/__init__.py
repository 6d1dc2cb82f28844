"""The demo clinic: a believable clinic in Nairobi, the same on the same day. Nobody in it exists."""
