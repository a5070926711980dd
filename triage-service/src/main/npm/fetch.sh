#!/bin/sh
# Fetches the voice model once: the second build finds it and asks nobody. It is not copied into the repository.
set -eu
cd "$(dirname "$0")"
model=node_modules/@ricky0123/vad-web/dist/silero_vad_v6.onnx

is_there() {
  [ -f "$model" ] && echo "1a153a22f4509e292a94e67d6f9b85e8deb25b4988682b7e174c65279d8788e3  $model" | sha256sum -c --status
}

is_there && exit 0
command -v npm >/dev/null ||
  { echo "triage-service: the voice model comes from npm and npm is not found: install Node.js (apt install npm)" >&2; exit 1; }
npm ci --ignore-scripts --no-audit --no-fund --silent ||
  { echo "triage-service: npm could not fetch the voice model; it is needed once, later builds work offline" >&2; exit 1; }
is_there || { echo "triage-service: the voice model that npm fetched is not the one expected" >&2; exit 1; }
