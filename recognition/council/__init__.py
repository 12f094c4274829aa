"""The council: its members, its sessions, the rule that a session votes by, the count, the minutes."""
