//! What an operator sees of the requests: one line of log each, and counters for `/metrics`.

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use arpent_store::count_queries;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use tokio::time::Instant;

use crate::app::App;

/// Says how many statements a page sent, where tests and the demonstration look at it.
pub const QUERIES_HEADER: HeaderName = HeaderName::from_static("x-arpent-queries");

/// Upper bounds of the histogram of durations, in milliseconds.
const BOUNDS: [u64; 10] = [2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000];
/// Classes of status: 1xx to 5xx.
const CLASSES: usize = 5;

/// The id of a request, carried from where it is drawn to where it is logged.
#[derive(Debug, Clone)]
pub(crate) struct RequestId(pub String);

/// Counters of the requests answered since the process started.
#[derive(Debug, Default)]
pub struct Metrics {
    classes: [AtomicU64; CLASSES],
    buckets: [AtomicU64; BOUNDS.len()],
    microseconds: AtomicU64,
}

impl Metrics {
    fn count(&self, status: u16, took: Duration) {
        let class = usize::from(status / 100).clamp(1, CLASSES) - 1;
        self.classes[class].fetch_add(1, Ordering::Relaxed);
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        self.microseconds.fetch_add(micros, Ordering::Relaxed);
        if let Some(bucket) = BOUNDS.iter().position(|bound| micros <= bound * 1_000) {
            self.buckets[bucket].fetch_add(1, Ordering::Relaxed);
        }
    }

    /// The counters in Prometheus' text format.
    pub fn text(&self) -> String {
        let mut text = String::from(
            "# HELP arpent_requests_total Requests answered, by class of status.\n# TYPE arpent_requests_total counter\n",
        );
        let mut total = 0;
        for (index, class) in self.classes.iter().enumerate() {
            let count = class.load(Ordering::Relaxed);
            total += count;
            let _ = writeln!(text, "arpent_requests_total{{class=\"{}xx\"}} {count}", index + 1);
        }
        self.histogram(&mut text, total);
        text
    }

    fn histogram(&self, text: &mut String, total: u64) {
        text.push_str("# HELP arpent_request_seconds Time to answer.\n# TYPE arpent_request_seconds histogram\n");
        let mut below = 0;
        for (bound, bucket) in BOUNDS.iter().zip(&self.buckets) {
            below += bucket.load(Ordering::Relaxed);
            let seconds = *bound as f64 / 1_000.0;
            let _ = writeln!(text, "arpent_request_seconds_bucket{{le=\"{seconds}\"}} {below}");
        }
        let seconds = self.microseconds.load(Ordering::Relaxed) as f64 / 1_000_000.0;
        let _ = writeln!(text, "arpent_request_seconds_bucket{{le=\"+Inf\"}} {total}");
        let _ = writeln!(text, "arpent_request_seconds_sum {seconds}\narpent_request_seconds_count {total}");
    }
}

/// Times, counts and logs a request. The log holds the route as declared, never the address: an address may hold the
/// secret of a login or follow link.
pub async fn watch(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let start = Instant::now();
    let (mut response, queries) = count_queries(next.run(request)).await;
    let (took, status) = (start.elapsed(), response.status().as_u16());
    app.metrics.count(status, took);
    let id = response.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default();
    let route = route.as_ref().map_or("unknown", MatchedPath::as_str);
    let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    tracing::info!(target: "arpent::request", %method, route, status, ms, queries, request_id = id);
    if app.config.demo || app.config.limits_loosened > 1 {
        response.headers_mut().insert(QUERIES_HEADER, HeaderValue::from(queries));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_histogram_is_cumulative_and_ends_with_the_total() {
        let metrics = Metrics::default();
        metrics.count(200, Duration::from_millis(3));
        metrics.count(200, Duration::from_millis(30));
        metrics.count(503, Duration::from_mins(1));
        let text = metrics.text();
        assert!(text.contains("arpent_requests_total{class=\"2xx\"} 2\n"), "{text}");
        assert!(text.contains("arpent_requests_total{class=\"5xx\"} 1\n"), "{text}");
        assert!(text.contains("bucket{le=\"0.005\"} 1\n"), "{text}");
        assert!(text.contains("bucket{le=\"0.05\"} 2\n"), "{text}");
        assert!(text.contains("bucket{le=\"+Inf\"} 3\n"), "{text}");
    }
}
