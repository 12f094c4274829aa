"""The script that Streamlit runs for every click."""

from pages.shared import frame

frame.run()
