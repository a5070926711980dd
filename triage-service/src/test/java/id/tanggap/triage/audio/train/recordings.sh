#!/bin/sh
# Makes FOLDER/engines and FOLDER/voices/<speaker>, the recordings that CoveredVoiceTrainer learns from, of Debian packages
# (some 1.5 GB, most of it flightgear's pictures): as plain WAV files, since Java reads neither GSM nor Ogg. Needs sox.
set -eu
folder=$(mkdir -p "$1" && cd "$1" && pwd)
mkdir -p "$folder/deb" "$folder/raw" "$folder/engines" "$folder/voices"
cd "$folder/deb"
apt-get download flightgear-data-base searchandrescue-data asterisk-core-sounds-fr-wav asterisk-core-sounds-it-wav \
    asterisk-prompt-it-menardi-wav asterisk-prompt-fr-armelle asterisk-prompt-es-co gcin-voice
for package in *.deb; do
    dpkg-deb --fsys-tarfile "$package" | tar -x -C "$folder/raw" --wildcards '*.wav' '*.gsm' '*.ogg' 2>/dev/null || true
done
cd "$folder/raw/usr/share"

# Reads names of files; makes FOLDER/<where>/<number>.wav of each that is sound.
plain() {
    mkdir -p "$folder/$1"
    number=1000
    while read -r file; do
        number=$((number + 1))
        sox "$file" -r 8000 -c 1 -b 16 -e signed "$folder/$1/$number.wav" 2>/dev/null || rm -f "$folder/$1/$number.wav"
    done
}

find games/flightgear games/searchandrescue/sounds -name '*.wav' | LC_ALL=C sort | grep -E \
    -e 'R-1535|turbine_(shut|start|loop)|helicopter\.wav|exhaust_(loop|start|shut)|p51d|turboprop|/rotor\.wav|rotor-2|blade_vort' \
    -e 'rumble|engine-prop|turbojet|/(prop|fan|jet)\.wav|c172p/Sounds/(engine|flaps-motor|gyro)|starter_loop|sounds/.*engine' |
    plain engines
spoken() {
    find "$1" -name "$2" | grep -vE 'silence|beep|tone' | LC_ALL=C sort
}
spoken asterisk/sounds/fr_CA_f_June '*.wav' | plain voices/june
spoken asterisk/sounds/it_IT_m_Carlo '*.wav' | plain voices/carlo
spoken asterisk/sounds/it_IT_f_Menardi '*.wav' | plain voices/menardi
spoken asterisk/sounds/fr '*.gsm' | plain voices/armelle
spoken asterisk/sounds/es '*.gsm' | plain voices/esco
spoken games/flightgear/Sounds/mk-viii '*.wav' | plain voices/mk8
spoken games/flightgear/Sounds/tcas '*.wav' | plain voices/tcas
spoken gcin-voice '3.ogg' | plain voices/gcin3
spoken gcin-voice '5.ogg' | plain voices/gcin5
