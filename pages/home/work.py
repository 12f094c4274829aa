"""Việc cần làm."""

import streamlit as st

from pages.shared import frame

who = frame.require()
st.title("Việc cần làm")
