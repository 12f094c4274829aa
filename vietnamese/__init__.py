"""The Vietnamese language: text, names, numbers, dates and the encodings of old files.

Imports nothing of the other rooms.
"""
