//! Places as people paste them: latitude, then longitude, in degrees (WGS 84).

/// Reads "45.3601, 5.5902", "45,3601 ; 5,5902", "45,3601 5,5902"; nothing for anything else.
pub fn read(typed: &str) -> Option<(f64, f64)> {
    let numbers: Vec<f64> = if let Some((latitude, longitude)) = typed.split_once(';') {
        [latitude, longitude].iter().filter_map(|part| degrees(part)).collect()
    } else if typed.matches(',').count() == 1 && typed.contains('.') {
        typed.split(',').filter_map(degrees).collect()
    } else {
        typed.split_whitespace().filter_map(degrees).collect()
    };
    let [latitude, longitude] = numbers[..] else { return None };
    Some((latitude, longitude))
}

/// It is somewhere.
pub fn on_earth((latitude, longitude): (f64, f64)) -> bool {
    (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude)
}

fn degrees(typed: &str) -> Option<f64> {
    typed.trim().trim_end_matches(',').replace(',', ".").parse().ok().filter(|read: &f64| read.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_read_as_people_paste_it() {
        for typed in ["45.3601, 5.5902", "45.3601,5.5902", "45,3601 ; 5,5902", "45,3601 5,5902", "45,3601, 5,5902"] {
            assert_eq!(read(typed), Some((45.3601, 5.5902)), "{typed}");
        }
        for wrong in ["le pont", "45.3", "1, 2, 3"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        assert!(on_earth((45.0, -180.0)) && !on_earth((95.0, 5.0)) && !on_earth((45.0, 181.0)));
    }
}
