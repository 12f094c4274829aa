"""The ground of this floor: who acts, the words, the road, rights, transaction, audit, notices, errors."""
