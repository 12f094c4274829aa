# Short verbs. README's two commands work without this file.

# start the app on its embedded database
run:
    python -m web

# the first ring: what README's test command runs
test:
    python -m pytest

# lint, types, the doors between the rooms
lint:
    ruff check .
    mypy
    lint-imports

# the second ring, as CI runs it
prove:
    bash .ci/run

# the full figures; hours
night:
    GUONG_SANG_RING=night python -m pytest -m "night or prove or not night"

# compare with rivals; prints tables
bench:
    python -m tests.benchmarks

# what the tests reach, by lines and branches
reach:
    coverage run -m pytest
    coverage report --skip-covered

# fresh screenshots of every page and role, into shots/
shots:
    python -m tests.shots

# feature IDs proved by tests
proved:
    python -m tests.proved

# make the sample's archive anew, by the product's own actions (after every migration; minutes)
sample:
    rm -rf .sample
    python -m recognition.sample .sample --compose --pack assets/sample/campaign.zip
