#!/bin/sh
# Makes the demonstration audio anew: 8 kHz, mono, G.711 mu-law without a header (.ul). Needs espeak-ng and sox.
# Nothing is recorded: speech is espeak-ng's Indonesian voice, everything else is synthesised by sox. Every file loops.
set -eu
cd "$(dirname "$0")"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

# out in : telephone band, 8 kHz mu-law, at most 6 s, faint line noise underneath
telephone() {
  sox -R "$2" -r 8000 -c 1 "$tmp/band.wav" sinc 300-3400 gain -n "$3" trim 0 6
  sox -R -n -r 8000 -c 1 "$tmp/line.wav" synth "$(soxi -D "$tmp/band.wav")" pinknoise vol 0.0016
  sox -R -m -v 1 "$tmp/band.wav" -v 1 "$tmp/line.wav" -t raw -e mu-law -b 8 -r 8000 -c 1 "$1"
}

# name pitch speed text : a caller
say() {
  espeak-ng -v id -p "$2" -s "$3" -w "$tmp/voice.wav" "$4"
  sox "$tmp/voice.wav" "$tmp/padded.wav" pad 0.3 0.4
  telephone "$1.ul" "$tmp/padded.wav" -9
}

# An open line and nobody: hiss and a trace of 50 Hz hum.
sox -R -n -r 8000 -c 1 "$tmp/hiss.wav" synth 4 pinknoise vol 0.0020
sox -R -n -r 8000 -c 1 "$tmp/hum.wav" synth 4 sine 50 vol 0.0008
sox -R -m -v 1 "$tmp/hiss.wav" -v 1 "$tmp/hum.wav" -t raw -e mu-law -b 8 -r 8000 -c 1 silence.ul

# A motorcycle without a silencer: harmonics of the firing frequency, rough noise, slowly opened and closed.
sox -R -n -r 8000 -c 1 "$tmp/fire.wav" synth 6 sawtooth 110 overdrive 20 20
sox -R -n -r 8000 -c 1 "$tmp/rough.wav" synth 6 brownnoise tremolo 31 40
sox -R -m -v 0.5 "$tmp/fire.wav" -v 0.7 "$tmp/rough.wav" "$tmp/engine.wav" tremolo 0.17 25
telephone exhaust.ul "$tmp/engine.wav" -8

say prank-1 95 190 "Halo? Halo? Pesan bakso dua, ya! Ha ha ha ha! Pedas semua! Ha ha!"
say prank-2 85 210 "Pak, kucing saya bisa terbang! Hi hi hi hi! Matikan, matikan!"
say water 45 145 "Pak, pipa PDAM di desa kami pecah. Air meluap ke jalan sejak subuh."
say health 70 165 "Tolong, ayah saya sesak napas dan dadanya nyeri. Kirim ambulans, tolong cepat!"
say whatsapp 50 150 "Saya mau lapor, ada nomor WhatsApp palsu memakai nama Bupati dan minta uang."
say urgent 60 180 "Tolong! Ada kebakaran, apinya sudah besar! Kami perlu bantuan segera!"
say damage 40 150 "Selamat siang, saya melapor dari pinggir jalan. Ada bahaya di jalan, mohon petugas datang."

# Somebody who dares not speak: breath and a few whispered words, far below the level of speech.
espeak-ng -v id+whisper -p 50 -s 120 -w "$tmp/whisper.wav" "Tolong saya."
sox "$tmp/whisper.wav" "$tmp/wpad.wav" pad 1.5 2.5
telephone whisper.ul "$tmp/wpad.wav" -30
ls -l ./*.ul
