//! The inversion of a distribution function.

/// Where the lower tail of a growing function reaches the first of `wanted` and the upper tail its second: Newton on the
/// logarithm of the smaller one, inside a bracket that bisection narrows. `law` gives both tails and the derivative.
pub fn of_tails(wanted: (f64, f64), start: f64, bracket: (f64, f64), law: impl Fn(f64) -> ((f64, f64), f64)) -> f64 {
    let ((mut low, mut high), mut at) = (bracket, start);
    for _ in 0..2000 {
        let ((below, above), derivative) = law(at);
        let (excess, tail) =
            if wanted.0 <= wanted.1 { ((below / wanted.0).ln(), below) } else { ((wanted.1 / above).ln(), above) };
        if excess == 0.0 {
            break;
        }
        *(if excess > 0.0 { &mut high } else { &mut low }) = at;
        let newton = at - excess * tail / derivative;
        let next = if newton > low && newton < high { newton } else { f64::midpoint(low, high) };
        let moved = (next - at).abs();
        at = next;
        if moved <= f64::EPSILON * at.abs().max(1.0) {
            break;
        }
    }
    at
}
