"""What a page may do, said to browsers: one policy for the `<meta>` of every page and for the header files of common hosts.

Content Security Policy level 3. Nothing but the site's own files may be loaded, no inline script and no inline style runs, and no
other site may set a page into a frame (which only a header can say).
"""

from collections.abc import Iterator

from generator.edition import Edition

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "object-src": "'none'",
}
FOREVER = "public, max-age=31536000, immutable"
"""How long a browser may keep what never changes at its address."""
UNCHANGING = ("assets/fonts/",)


def policy(*, preview: bool = False) -> str:
    """Return the policy as one line. The preview reloads its pages by a script inside them, which no published page has."""
    found = DIRECTIVES | ({"script-src": "'self' 'unsafe-inline'"} if preview else {})
    return "; ".join(f"{name} {value}" for name, value in found.items())


def headers() -> dict[str, str]:
    """Return the headers that every answer of a host should have, by their names."""
    return {
        "Content-Security-Policy": f"{policy()}; frame-ancestors 'none'",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Make `_headers`, which Netlify and Cloudflare Pages read by themselves, and what nginx and Apache can include."""
    yield "_headers", netlify().encode()
    yield "assets/hosting/apache.conf", apache().encode()
    yield "assets/hosting/nginx.conf", nginx().encode()


def netlify() -> str:
    """Return the headers as Netlify and Cloudflare Pages read them: a path, and below it what its answers carry."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers().items())]
    for path in UNCHANGING:
        lines += ["", f"/{path}*", f"  Cache-Control: {FOREVER}"]
    return "\n".join(lines) + "\n"


def apache() -> str:
    """Return the lines for Apache 2.4, for a virtual host or an `.htaccess`; they do nothing without `mod_headers`."""
    lines = ["<IfModule mod_headers.c>", *(f'  Header always set {name} "{value}"' for name, value in headers().items())]
    lines += ['  <FilesMatch "\\.woff2$">', f'    Header set Cache-Control "{FOREVER}"', "  </FilesMatch>", "</IfModule>"]
    return "\n".join(lines) + "\n"


def nginx() -> str:
    """Return the lines for a `server` block of nginx."""
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in headers().items())
