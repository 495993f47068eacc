"""`python -m mingzhang.cli`: the program, where no script is installed."""

from mingzhang.cli.program import main

main()
