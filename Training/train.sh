#!/bin/sh
# From the data archives and the gold documents to the weight file; resumes from the checkpoints in OUT's cache.
# usage: Training/train.sh DATA_DIR GOLD_DIR OUT_DIR   (python of the environment in requirements.txt: PYTHON)
set -eu
[ $# -eq 3 ] || { echo "usage: $0 DATA_DIR GOLD_DIR OUT_DIR" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
data=$3/data
cache=$3/cache
mkdir -p "$data" "$cache"
# glibc gives big buffers back to the system after every step otherwise, a fifth of the time.
export MALLOC_MMAP_THRESHOLD_=4294967296 MALLOC_TRIM_THRESHOLD_=8589934592 MALLOC_TOP_PAD_=268435456
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}"
for name in treebanks names gazetteers; do
    if [ -d "$1/$name" ]; then
        ln -sfn "$(cd "$1/$name" && pwd)" "$data/$name"
    elif [ ! -d "$data/$name" ]; then
        tar xJf "$1/$name.tar.xz" -C "$data"
    fi
done
[ -f "$cache/items.pickle" ] || "$python" "$here/prepare.py" "$data" "$2" "$cache"
"$python" "$here/train.py" "$cache" --name main --epochs 8
"$python" "$here/evaluate.py" "$cache" --name main
"$python" "$here/evaluate.py" "$cache" --name main --int8
"$python" "$here/export.py" "$cache" "$3/entente.model" --name main --reference "$3/reference.jsonl"
