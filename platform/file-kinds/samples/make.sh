#!/bin/sh
# Makes the sample files beside it (needs ffmpeg with libx264, libmp3lame, libopus, libvpx, and python3 with pypdf and cryptography).
# They lie in the repository ready-made, so that the tests need none of these.
set -e
cd "$(dirname "$0")"
tone="-f lavfi -i sine=frequency=440:duration=1:sample_rate=16000"
film="-f lavfi -i testsrc=size=64x48:rate=5:duration=1"
quiet="-hide_banner -loglevel error -y -fflags +bitexact"
ffmpeg $quiet $tone -c:a libmp3lame -b:a 16k tone.mp3
ffmpeg $quiet $tone -c:a libmp3lame -b:a 16k -id3v2_version 0 -write_xing 0 tone-bare.mp3
ffmpeg $quiet $tone -c:a aac -b:a 16k tone.m4a
ffmpeg $quiet $tone -c:a aac -b:a 16k -f mp4 -brand isom tone-as-mp4.mp4
ffmpeg $quiet $tone -c:a aac -b:a 16k -f adts tone.aac
ffmpeg $quiet $tone -c:a pcm_u8 -ar 8000 tone.wav
ffmpeg $quiet $tone -c:a libopus -b:a 16k tone.ogg
ffmpeg $quiet $tone -c:a flac -sample_fmt s16 -ar 8000 tone.flac
ffmpeg $quiet $tone -c:a libopus -b:a 16k tone.webm
ffmpeg $quiet $film $tone -c:v libx264 -pix_fmt yuv420p -c:a aac -b:a 16k film.mp4
ffmpeg $quiet $film -c:v libx264 -pix_fmt yuv420p -movflags +faststart film.mov
ffmpeg $quiet $film -vf scale=128:96 -c:v h263 film.3gp
ffmpeg $quiet $film -c:v libvpx -b:v 50k film.webm
ffmpeg $quiet $film -c:v libx264 -pix_fmt yuv420p film.mkv
ffmpeg $quiet $film -c:v mpeg4 film.avi
python3 - <<'PY'
from pypdf import PdfWriter
def blank():
    writer = PdfWriter()
    writer.add_blank_page(width=100, height=100)
    return writer
blank().write("plain.pdf")
script = blank(); script.add_js("app.alert('x')"); script.write("script.pdf")
attached = blank(); attached.add_attachment("a.txt", b"x"); attached.write("attached.pdf")
for name in ["RC4-40", "RC4-128", "AES-128", "AES-256-R5", "AES-256"]:
    for user in ["", "secret"]:
        writer = blank()
        writer.encrypt(user_password=user, owner_password="owner", algorithm=name)
        writer.write(f"{'asks' if user else 'opens'}-{name.lower()}.pdf")
PY
