//! The palette of an authority, derived from its one colour.
//!
//! A colour given is never refused: it is moved in OKLCH lightness, hue kept, until it can be read on every ground of
//! the pages, light and dark. Contrast is computed after rounding to 8 bits, as the screen shows it.

use std::fmt::Write as _;

use color::{Oklch, OpaqueColor, Srgb, parse_color};

/// Contrast WCAG 2.2 asks of text (1.4.3).
pub const TEXT: f32 = 4.5;
/// Contrast it asks of shapes one must see: borders, knots, focus (1.4.11).
pub const SHAPE: f32 = 3.0;

/// Grounds of `web/css/tokens.css` on which brand colours are laid, light then dark.
const GROUNDS: [(&str, &str); 7] = [
    ("#fffefb", "#161a18"),
    ("#f6f3ec", "#1f2422"),
    ("#ffffff", "#1b201e"),
    ("#ebf2fa", "#1a2735"),
    ("#e8f4ec", "#192b20"),
    ("#fbf2dd", "#30280f"),
    ("#fcedeb", "#381f1c"),
];

/// What was given is not a colour.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a colour is written #rrggbb, not {0:?}")]
pub struct NotAColour(pub String);

/// A colour as a screen shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// The same role on light and on dark pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shade {
    /// On a light page.
    pub light: Rgb,
    /// On a dark page.
    pub dark: Rgb,
}

/// The colours of an authority, by role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// The colour as given: the line on top of the pages.
    pub brand: Rgb,
    /// Text on it: black or white.
    pub on_brand: Rgb,
    /// Links, and the ring around what has the focus.
    pub link: Shade,
    /// Buttons, knots, bars.
    pub fill: Shade,
    /// Text on them: black or white.
    pub on_fill: Shade,
    /// A ground with a hint of the colour.
    pub soft: Shade,
    /// Lines that only decorate.
    pub line: Shade,
    /// Lines of the land, one tone that shows on light and dark.
    pub land: Rgb,
}

/// The roles of colour whose contrast is owed to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pair {
    /// Text on the colour as given.
    TextOnBrand,
    /// A link on the page.
    Link,
    /// Text of a button.
    TextOnFill,
    /// A knot, a border, a bar on the page.
    Shape,
}

/// The worst contrast of a pair over all grounds, for the administrator's preview.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ratio {
    /// What is on what.
    pub pair: Pair,
    /// On light pages.
    pub light: f32,
    /// On dark pages.
    pub dark: f32,
    /// What is asked.
    pub needed: f32,
}

/// Derives the palette of a colour written `#rrggbb`.
pub fn derive(brand: &str) -> Result<Palette, NotAColour> {
    let brand = Rgb::parse(brand)?;
    let soft = Shade { light: brand.toned(0.962, 0.013), dark: brand.toned(0.265, 0.02) };
    // On a dark page a colour starts light, so that it stays a colour and not the dimmest tone that passes.
    let readable = |least, lightness| Shade {
        light: brand.moved(&grounds(soft, false), -1.0, least),
        dark: brand.lightened(lightness).moved(&grounds(soft, true), 1.0, least),
    };
    let fill = readable(SHAPE, 0.66);
    Ok(Palette {
        brand,
        on_brand: brand.text_on(),
        link: readable(TEXT, 0.8),
        fill,
        on_fill: Shade { light: fill.light.text_on(), dark: fill.dark.text_on() },
        soft,
        line: Shade { light: brand.toned(0.85, 0.035), dark: brand.toned(0.44, 0.04) },
        land: brand.toned(0.66, 0.07),
    })
}

impl Palette {
    /// The stylesheet that replaces the brand tokens; served as a file, because pages allow no inline style.
    pub fn stylesheet(&self) -> String {
        let on_brand = Shade { light: self.on_brand, dark: self.on_brand };
        let brand = Shade { light: self.brand, dark: self.brand };
        let tokens = [
            ("brand", brand),
            ("on-brand", on_brand),
            ("link", self.link),
            ("focus", self.link),
            ("fill", self.fill),
            ("on-fill", self.on_fill),
            ("brand-soft", self.soft),
            ("brand-line", self.line),
        ];
        let mut sheet = String::from("@layer tokens{:root{");
        for (name, Shade { light, dark }) in tokens {
            let _ = write!(sheet, "--{name}:light-dark({light},{dark});");
        }
        sheet.push_str("}}\n");
        sheet
    }

    /// The worst contrasts, each against what is asked; none fails.
    pub fn ratios(&self) -> [Ratio; 4] {
        let on_brand = contrast(self.brand, self.on_brand);
        let worst = |shade: Shade| {
            let over = |colour: Rgb, dark| worst(colour, &grounds(self.soft, dark));
            (over(shade.light, false), over(shade.dark, true))
        };
        let (link_light, link_dark) = worst(self.link);
        let (fill_light, fill_dark) = worst(self.fill);
        let ratio = |pair, light, dark, needed| Ratio { pair, light, dark, needed };
        [
            ratio(Pair::TextOnBrand, on_brand, on_brand, TEXT),
            ratio(Pair::Link, link_light, link_dark, TEXT),
            ratio(
                Pair::TextOnFill,
                contrast(self.fill.light, self.on_fill.light),
                contrast(self.fill.dark, self.on_fill.dark),
                TEXT,
            ),
            ratio(Pair::Shape, fill_light, fill_dark, SHAPE),
        ]
    }

    /// The colour given could not be used as it is for links on light pages: the preview says so kindly.
    pub fn is_corrected(&self) -> bool {
        self.link.light != self.brand
    }
}

impl Rgb {
    /// Reads `#rrggbb`.
    pub fn parse(text: &str) -> Result<Self, NotAColour> {
        let refused = || NotAColour(text.to_owned());
        if text.len() != 7 || !text.starts_with('#') {
            return Err(refused());
        }
        let colour = parse_color(text).map_err(|_| refused())?;
        let rgb = colour.to_alpha_color::<Srgb>().to_rgba8();
        Ok(Self(rgb.r, rgb.g, rgb.b))
    }

    fn opaque(self) -> OpaqueColor<Srgb> {
        OpaqueColor::from_rgb8(self.0, self.1, self.2)
    }

    fn text_on(self) -> Self {
        let (black, white) = (Self(0, 0, 0), Self(255, 255, 255));
        if contrast(self, white) >= TEXT || contrast(self, white) >= contrast(self, black) { white } else { black }
    }

    /// Same hue at this lightness, no more vivid than `most`.
    fn toned(self, lightness: f32, most: f32) -> Self {
        let [_, chroma, hue] = self.opaque().convert::<Oklch>().components;
        shown(lightness, chroma.min(most), hue)
    }

    /// At least this light, its vividness kept as far as a screen can.
    fn lightened(self, least: f32) -> Self {
        let [lightness, chroma, hue] = self.opaque().convert::<Oklch>().components;
        if lightness < least { shown(least, chroma, hue) } else { self }
    }

    /// Darker (`way` −1) or lighter (+1) until `least` holds on every ground; itself when it already does.
    fn moved(self, grounds: &[Self], way: f32, least: f32) -> Self {
        const STEP: f32 = 0.004;
        let [mut lightness, chroma, hue] = self.opaque().convert::<Oklch>().components;
        let mut colour = self;
        while worst(colour, grounds) < least && (0.0..=1.0).contains(&lightness) {
            lightness += way * STEP;
            colour = shown(lightness.clamp(0.0, 1.0), chroma, hue);
        }
        colour
    }
}

impl std::fmt::Display for Rgb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// The colour a screen shows: vividness is given up before hue or lightness.
fn shown(lightness: f32, mut chroma: f32, hue: f32) -> Rgb {
    const TOLERANCE: f32 = 0.001;
    loop {
        let colour = OpaqueColor::<Oklch>::new([lightness, chroma, hue]).convert::<Srgb>();
        let fits = colour.components.iter().all(|part| (-TOLERANCE..=1.0 + TOLERANCE).contains(part));
        if fits || chroma < TOLERANCE {
            let rgb = colour.to_rgba8();
            return Rgb(rgb.r, rgb.g, rgb.b);
        }
        chroma *= 0.94;
    }
}

fn grounds(soft: Shade, dark: bool) -> Vec<Rgb> {
    let written = GROUNDS.iter().map(|(on_light, on_dark)| if dark { on_dark } else { on_light });
    let own = if dark { soft.dark } else { soft.light };
    written.filter_map(|ground| Rgb::parse(ground).ok()).chain([own]).collect()
}

fn worst(colour: Rgb, grounds: &[Rgb]) -> f32 {
    grounds.iter().map(|ground| contrast(colour, *ground)).fold(f32::INFINITY, f32::min)
}

/// WCAG contrast of two colours, from 1 to 21.
pub fn contrast(one: Rgb, other: Rgb) -> f32 {
    let (one, other) = (one.opaque().relative_luminance(), other.opaque().relative_luminance());
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn refuses_what_is_not_six_hexadecimal_digits() {
        for text in ["", "red", "#12345", "#gggggg", "#1234567", "2b6955"] {
            assert_eq!(derive(text), Err(NotAColour(text.to_owned())));
        }
    }

    #[test]
    fn keeps_a_colour_that_can_be_read() {
        let palette = derive("#1d4e89").expect("a colour");
        assert!(!palette.is_corrected());
        assert_eq!(palette.fill.light, Rgb(0x1d, 0x4e, 0x89));
    }

    #[test]
    fn darkens_a_yellow_for_links_and_keeps_it_as_the_line_on_top() {
        let palette = derive("#ffd500").expect("a colour");
        assert!(palette.is_corrected());
        assert_eq!(palette.brand.to_string(), "#ffd500");
        assert_eq!(palette.on_brand, Rgb(0, 0, 0));
    }

    #[test]
    fn knows_the_grounds_of_the_stylesheet() {
        let tokens = include_str!("../../../../web/css/tokens.css");
        for (light, dark) in GROUNDS {
            assert!(tokens.contains(&format!("light-dark({light}, {dark})")), "{light}, {dark} left tokens.css");
        }
    }

    #[test]
    fn the_stylesheet_starts_with_the_palette_of_its_own_brand() {
        let tokens = include_str!("../../../../web/css/tokens.css").replace([' ', '\n'], "");
        let sheet = derive("#2b6955").expect("a colour").stylesheet();
        let rules = sheet.trim_start_matches("@layer tokens{:root{").trim_end().trim_end_matches('}');
        for rule in rules.split_terminator(';') {
            assert!(tokens.contains(rule), "{rule} is not in tokens.css");
        }
    }

    #[test]
    fn every_neutral_and_meaning_of_the_stylesheet_can_be_read() {
        let tokens = include_str!("../../../../web/css/tokens.css");
        let shade = |name: &str| {
            let line = tokens.lines().find(|line| line.trim().starts_with(&format!("--{name}:"))).expect("a token");
            let at = line.find('(').expect("light-dark") + 1;
            (Rgb::parse(&line[at..at + 7]).expect("light"), Rgb::parse(&line[at + 9..at + 16]).expect("dark"))
        };
        let texts = ["ink", "muted", "info", "success", "attention", "danger"];
        for (text, needed) in texts.map(|text| (text, TEXT)).into_iter().chain([("border", SHAPE)]) {
            let (light, dark) = shade(text);
            for (ground, ground_dark) in GROUNDS {
                let ratios = [
                    contrast(light, Rgb::parse(ground).expect("a ground")),
                    contrast(dark, Rgb::parse(ground_dark).expect("a ground")),
                ];
                assert!(ratios.iter().all(|ratio| *ratio >= needed), "{text} on {ground}, {ground_dark}: {ratios:?}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        #[test]
        fn every_colour_gives_a_palette_that_can_be_read(red: u8, green: u8, blue: u8) {
            let palette = derive(&Rgb(red, green, blue).to_string()).expect("a colour");
            for Ratio { pair, light, dark, needed } in palette.ratios() {
                prop_assert!(light >= needed && dark >= needed, "{pair:?}: {light} and {dark} for {needed}");
            }
        }

        #[test]
        fn text_is_read_on_the_soft_ground(red: u8, green: u8, blue: u8) {
            let soft = derive(&Rgb(red, green, blue).to_string()).expect("a colour").soft;
            prop_assert!(contrast(soft.light, Rgb(0x55, 0x60, 0x5a)) >= TEXT);
            prop_assert!(contrast(soft.dark, Rgb(0xad, 0xb6, 0xb0)) >= TEXT);
        }
    }
}
