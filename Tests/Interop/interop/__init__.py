"""Reads the exports of entente with other people's software and compares all of it with the JSON Lines."""
