# SPDX-License-Identifier: GPL-2.0-or-later
"""Small SVG plots for bench/report.py: lines over size, and bars with their spread. Colours are CSS classes s0, s1 …"""
import html
import math

WIDTH, HEIGHT = 460, 270
LEFT, RIGHT, TOP, BOTTOM = 58, 16, 34, 46


def number(value):
    """Three significant digits, as people write them."""
    if value is None or math.isnan(value):
        return "–"
    if value == 0:
        return "0"
    digits = max(0, 2 - math.floor(math.log10(abs(value))))
    return f"{value:,.{min(digits, 3 if abs(value) >= 0.1 else 4)}f}" if abs(value) < 1e6 else f"{value / 1e6:.3g}M"


def brief(value):
    """Two significant digits, for spreads."""
    digits = max(0, 1 - math.floor(math.log10(abs(value)))) if value else 0
    return f"{value:,.{min(digits, 3)}f}".lstrip("0") or "0"


def short(value):
    """For an axis: 10k, 1M, 0.5."""
    for unit, name in ((1e6, "M"), (1e3, "k")):
        if value >= unit:
            return f"{value / unit:g}{name}"
    return f"{value:g}"


def log_ticks(low, high):
    """Powers of ten, and their double and fivefold where there are few."""
    steps = (1,) if high / low > 300 else (1, 3) if high / low > 20 else (1, 2, 5)
    exponents = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    ticks = [step * 10.0 ** exponent for exponent in exponents for step in steps]
    return [tick for tick in ticks if low * 0.99 <= tick <= high * 1.01]


def linear_ticks(high):
    step = 10.0 ** math.floor(math.log10(high / 4))
    step = next(step * factor for factor in (1, 2, 5, 10) if high / (step * factor) <= 5)
    return [step * at for at in range(int(high / step + 1e-9) + 1)]


class Axis:
    """Values to pixels, linear from 0 or logarithmic."""

    def __init__(self, values, start, end, log):
        self.log, self.start, self.end = log, start, end
        self.low, self.high = (min(values), max(values)) if log else (0.0, max(values) or 1.0)
        if log and self.high / self.low < 2:
            self.low, self.high = self.low / 1.5, self.high * 1.5
        if not log:
            self.high *= 1.08
        elif self.ticks() == []:
            self.low, self.high = self.low / 2, self.high * 2

    def ticks(self):
        return log_ticks(self.low, self.high) if self.log else linear_ticks(self.high)

    def at(self, value):
        if self.log:
            share = math.log(value / self.low) / math.log(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def text(x, y, words, kind="", anchor="middle"):
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}" text-anchor="{anchor}">{html.escape(words)}</text>'


def frame(title, x_axis, y_axis, x_label, y_label):
    parts = [text(LEFT - 44, 16, title, "title", "start"), text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, x_label, "label"),
             f'<text transform="translate(13 {(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" class="label" '
             f'text-anchor="middle">{html.escape(y_label)}</text>']
    for tick in y_axis.ticks():
        y = y_axis.at(tick)
        parts.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" class="grid"/>')
        parts.append(text(LEFT - 6, y + 4, short(tick), "tick", "end"))
    for tick in x_axis.ticks():
        parts.append(text(x_axis.at(tick), HEIGHT - BOTTOM + 17, short(tick), "tick"))
    return parts


def legend(names):
    parts, x = [], LEFT + 4
    for number_, name in enumerate(names):
        parts.append(f'<rect x="{x}" y="{TOP - 11}" width="10" height="10" rx="2" class="fill s{number_}"/>')
        parts.append(text(x + 14, TOP - 2, name, "tick", "start"))
        x += 26 + 6.6 * len(name)
    return parts


def svg(parts, height=HEIGHT):
    return f'<svg viewBox="0 0 {WIDTH} {height}" role="img">' + "".join(parts) + "</svg>"


def lines(title, series, x_label, y_label, log_y=False):
    """`series`: name -> points (x, y); x is logarithmic."""
    points = [point for one in series.values() for point in one if point[1] > 0 or not log_y]
    if not points:
        return ""
    x_axis = Axis([x for x, _ in points], LEFT + 6, WIDTH - RIGHT - 10, True)
    y_axis = Axis([y for _, y in points], HEIGHT - BOTTOM, TOP + 8, log_y)
    parts = frame(title, x_axis, y_axis, x_label, y_label) + (legend(series) if len(series) > 1 else [])
    for index, one in enumerate(series.values()):
        places = [(x_axis.at(x), y_axis.at(y)) for x, y in sorted(one)]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<polyline points="{path}" class="line s{index}"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.2" class="fill s{index}"/>' for x, y in places]
    return svg(parts)


def bars(title, rows, unit, log=False):
    """`rows`: (label, colour, median, low, high); the spread is a thin line over each bar's end."""
    rows = [row for row in rows if row[2] is not None and row[2] > 0]
    if not rows:
        return ""
    left, step = max([92.0] + [22 + 6.6 * len(row[0]) for row in rows]), 24
    height = 34 + step * len(rows) + 26
    values = [value for row in rows for value in row[2:5]]
    if log:
        values.append(min(values) / 2)
    axis = Axis(values, left, WIDTH - 70, log)
    parts = [text(14, 16, f"{title}, {unit}", "title", "start")]
    for tick in axis.ticks():
        x = axis.at(tick)
        parts.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="28" y2="{height - 24}" class="grid"/>')
        parts.append(text(x, height - 9, short(tick), "tick"))
    for index, (label, colour, median, low, high) in enumerate(rows):
        y = 32 + step * index
        parts.append(text(left - 8, y + 13, label, "name", "end"))
        parts.append(f'<rect x="{left}" y="{y}" width="{max(1.0, axis.at(median) - left):.1f}" height="17" rx="2" '
                     f'class="fill s{colour}"/>')
        parts.append(f'<line x1="{axis.at(low):.1f}" x2="{axis.at(high):.1f}" y1="{y + 8.5}" y2="{y + 8.5}" class="spread"/>')
        parts.append(text(axis.at(high) + 6, y + 13, number(median), "tick", "start"))
    return svg(parts, height)


def changes(title, rows):
    """`rows`: (label, change, sure); bars to the left and right of 0, hollow where `sure` is false."""
    left, right, step = max(22 + 6.6 * len(row[0]) for row in rows), WIDTH - 66, 22
    height = 34 + step * len(rows) + 8
    most = max([abs(change) for _, change, _ in rows] + [0.001])
    middle, half = (left + right) / 2, (right - left) / 2
    parts = [text(14, 16, title, "title", "start"),
             f'<line x1="{middle}" x2="{middle}" y1="26" y2="{height - 4}" class="spread"/>']
    for index, (label, change, sure) in enumerate(rows):
        y, end = 32 + step * index, middle + half * change / most
        parts.append(text(left - 8, y + 12, label, "name", "end"))
        parts.append(f'<rect x="{min(middle, end):.1f}" y="{y}" width="{max(0.5, abs(end - middle)):.1f}" height="15" rx="2" '
                     f'class="{"fill" if sure else "hollow"} s{0 if change < 0 else 1}"/>')
        parts.append(text(right + 6, y + 12, f"{change:+.4f}", "tick", "start"))
    return svg(parts, height)
