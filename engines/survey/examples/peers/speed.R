# Peers of the example `speed`, same shapes of data: Rscript speed.R UNITS [QUESTIONS]. CPU seconds of each step.
suppressMessages(library(survey))
args <- as.numeric(commandArgs(TRUE)); n <- args[1]; questions <- if (length(args) > 1) args[2] else 40
set.seed(20261)
counts <- c(2, 6, 8, 31, 5)
x <- data.frame(w = exp(.5 * rnorm(n)), stratum = sample(20, n, TRUE))
for (k in 1:5) x[[paste0("m", k)]] <- factor(pmin(floor(runif(n)^2 * counts[k]), counts[k] - 1))
total <- sum(x$w)
margins <- lapply(1:5, function(k) {
  t <- tapply(x$w, x[[paste0("m", k)]], sum) * runif(counts[k], .9, 1.1)
  setNames(data.frame(names(t), as.numeric(t / sum(t) * total)), c(paste0("m", k), "Freq"))
})
for (q in 1:40) x[[paste0("q", q)]] <- as.numeric(runif(n) < .3 + .01 * q)
cpu <- function(expression) { t <- system.time(expression); unname(t[1] + t[2]) }
d <- svydesign(id = ~1, strata = ~stratum, weights = ~w, data = x)
cat("rake", cpu(r <- rake(d, list(~m1, ~m2, ~m3, ~m4, ~m5), margins, control = list(maxit = 200, epsilon = 1e-9))), "s\n")
cat("linearised,", questions, "questions",
    cpu(for (q in seq_len(questions)) s <- svymean(as.formula(paste0("~q", q)), r)), "s\n")
cat("peak", sum(gc()[, 6]), "MB\n")
