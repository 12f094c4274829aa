"""Ornament, drawn by Pillow alone: a canvas in millimetres, motifs, and the designs made of them."""
