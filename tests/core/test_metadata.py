"""What is published of an image is the picture: nothing tells who made it, where, or with what."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image, PngImagePlugin, features

from hiring.model.audience import Audience
from hiring.model.report import Report
from hiring.reading.projected_tree import projected_files
from hiring.reading.sources.assets import check_asset
from hiring.reading.sources.metadata import without_metadata

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "Anna Secret"
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>{SECRET}</dc:creator></x:xmpmeta>'.encode()
ORIENTATION, ARTIST, GPS = 0x0112, 0x013B, 0x8825


def picture(mode: str = "RGB") -> Image.Image:
    made = Image.new(mode, (9, 5))
    made.putdata([(n * 5, 255 - n * 5, n)[: len(mode)] for n in range(45)])
    return made


def exif(orientation: int = 6) -> Image.Exif:
    found = Image.Exif()
    found[ORIENTATION] = orientation
    found[ARTIST] = SECRET
    found.get_ifd(GPS).update({1: "N", 2: (52.0, 31.0, 12.0), 3: "E", 4: (13.0, 24.0, 18.0)})
    return found


def saved(kind: str, **more: object) -> bytes:
    out = BytesIO()
    picture().save(out, kind, **more)
    return out.getvalue()


def texts() -> PngImagePlugin.PngInfo:
    found = PngImagePlugin.PngInfo()
    found.add_text("Author", SECRET)
    found.add_text("Comment", SECRET, zip=True)
    found.add_itxt("XML:com.adobe.xmp", XMP.decode())
    return found


def animated(kind: str, **more: object) -> bytes:
    out, other = BytesIO(), Image.new("RGB", (9, 5), "red")
    picture().save(out, kind, save_all=True, append_images=[other], loop=0, **more)
    return out.getvalue()


IPTC = b"\xff\xed\x00\x1bPhotoshop 3.0\0" + SECRET.encode()
IMAGES = {
    "text.png": saved("PNG", pnginfo=texts(), exif=exif(), dpi=(72, 72)),
    "after.png": saved("PNG") + SECRET.encode(),
    "moving.png": animated("PNG", pnginfo=texts()),
    "photo.jpg": saved("JPEG", exif=exif(), comment=SECRET, xmp=XMP, dpi=(72, 72)),
    "progressive.jpeg": saved("JPEG", exif=exif(3), progressive=True) + b"a video" + XMP,
    "iptc.jpg": saved("JPEG").replace(b"\xff\xdb", IPTC + b"\xff\xdb", 1),
    "comment.gif": saved("GIF", comment=SECRET.encode()),
    "moving.gif": animated("GIF", comment=SECRET.encode()),
    "photo.webp": saved("WEBP", exif=exif(), xmp=XMP),
    "lossless.webp": saved("WEBP", exif=exif(), xmp=XMP, lossless=True),
    "moving.webp": animated("WEBP", exif=exif(), xmp=XMP),
}


@pytest.mark.parametrize("name", IMAGES)
def test_the_picture_stays_and_nothing_else(name: str) -> None:
    before = IMAGES[name]
    after = without_metadata(name, before)
    for told in (SECRET.encode(), b"xmpmeta", b"creator", b"GPS", b"a video"):
        assert told not in after
    one, other = Image.open(BytesIO(before)), Image.open(BytesIO(after))
    other.load()
    assert one.convert("RGB").tobytes() == other.convert("RGB").tobytes()
    assert getattr(one, "n_frames", 1) == getattr(other, "n_frames", 1)
    assert not set(other.getexif()) - {ORIENTATION}
    assert not dict(other.getexif().get_ifd(GPS))
    assert without_metadata(name, after) == after


@pytest.mark.parametrize(("name", "turned"), [("photo.jpg", 6), ("progressive.jpeg", 3)])
def test_a_photo_that_is_turned_stays_so(name: str, turned: int) -> None:
    after = Image.open(BytesIO(without_metadata(name, IMAGES[name])))
    assert dict(after.getexif()) == {ORIENTATION: turned}


def test_what_is_in_color_profiles_is_kept() -> None:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for name, kind in (("a.png", "PNG"), ("a.jpg", "JPEG"), ("a.webp", "WEBP")):
        clean = without_metadata(name, saved(kind, icc_profile=profile))
        assert Image.open(BytesIO(clean)).info["icc_profile"] == profile


@pytest.mark.parametrize("name", IMAGES)
def test_an_image_that_is_cut_off_is_no_fault(name: str) -> None:
    """What a browser shows of it is not refused, and what it says is cut away as well."""
    before = IMAGES[name]
    for end in range(0, len(before), 7):
        assert SECRET.encode() not in without_metadata(name, before[:end])[-len(SECRET) :]


def test_a_drawing_loses_comments_and_what_its_program_noted() -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/">'
        "<!-- by Anna Secret --><title>A > B</title>"
        '<path d="M0 0" xml:space="preserve" inkscape:export-filename="/home/anna/a>b.png"/>'
        "<style><![CDATA[ a { } <!-- kept --> ]]></style></svg>"
    )
    assert without_metadata("a.svg", drawing.encode()).decode() == (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/">'
        '<title>A > B</title><path d="M0 0" xml:space="preserve"/>'
        "<style><![CDATA[ a { } <!-- kept --> ]]></style></svg>"
    )


@pytest.mark.skipif(not features.check("avif"), reason="this Pillow was built without AVIF")
def test_avif_is_refused_with_metadata() -> None:
    report = Report("a.avif")
    check_asset("a.avif", saved("AVIF"), report)
    assert not report.problems
    for more in ({"exif": exif()}, {"xmp": XMP}):
        report = Report("a.avif")
        check_asset("a.avif", saved("AVIF", **more), report)
        assert "save it without metadata" in report.problems[0].message


def test_every_build_has_the_clean_image_and_the_source_keeps_its_own(tmp_path: Path) -> None:
    photo = IMAGES["photo.jpg"]
    page = "---\naudience: public\n---\n\n# Yard\n\n![The yard](photo.jpg)\n"
    (tmp_path / "index.md").write_text(page, "utf-8")
    (tmp_path / "photo.jpg").write_bytes(photo)
    (tmp_path / "company.yaml").write_text("name: A\nurl: https://a.example\n", "utf-8")
    for audience in Audience:
        _, files = projected_files(tmp_path, audience)
        assert files["photo.jpg"] == without_metadata("photo.jpg", photo) != photo
    assert (tmp_path / "photo.jpg").read_bytes() == photo
