"""Maps folders with Morph-KGC: `python3 morph-kgc.py <folder>…`.

Each folder holds mapping.ttl and its sources. What comes of it is written there: morph-kgc.nq, or morph-kgc.error.
"""

import logging
import os
import sys

import morph_kgc

CONFIG = """
[CONFIGURATION]
output_format: N-QUADS
na_values: {na_values}
logging_level: ERROR

number_of_processes: 1

[SOURCE]
mappings: {mapping}
"""


def map_folder(folder, na_values):
    os.chdir(folder)
    statements = morph_kgc.materialize_set(CONFIG.format(mapping="mapping.ttl", na_values=na_values))
    with open(os.path.join(folder, "morph-kgc.nq"), "w", encoding="utf-8", newline="") as file:
        file.writelines(f"{one.strip()} .\n" for one in sorted(statements))


def main(folders):
    logging.disable(logging.CRITICAL)
    for folder in folders:
        try:
            map_folder(folder, "")
        except BaseException as error:  # it ends the process where a mapping is none
            with open(os.path.join(folder, "morph-kgc.error"), "w", encoding="utf-8") as file:
                file.write(f"{type(error).__name__}: {error}")


main(sys.argv[1:])
