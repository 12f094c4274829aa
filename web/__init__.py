"""Plain HTTP: gate, sign-in, set-up, verify, public pages, downloads, health, and the shell of the screens."""
