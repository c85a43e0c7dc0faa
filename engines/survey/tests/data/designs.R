# Makes designs.json: small designs with what R's `survey` finds in them. Rscript designs.R > designs.json
suppressMessages(library(survey))
number <- function(v) paste0("[", paste(ifelse(is.finite(v), format(v, digits = 17, trim = TRUE), "null"), collapse = ", "), "]")
emit <- function(name, v, last = FALSE) cat("  \"", name, "\": ", number(as.numeric(v)), if (last) "\n" else ",\n", sep = "")

set.seed(11)
h <- rep(1:3, c(9, 8, 6)); psu <- c(1,1,1,2,2,2,3,3,3, 4,4,5,5,6,6,7,7, 8,8,8,9,9,9)
ssu <- c(1:3, 1:3, 1:3, 1:2, 1:2, 1:2, 1:2, 1:3, 1:3)
y <- round(50 + 4 * h + rnorm(23, 0, 6) + rep(rnorm(9, 0, 3), c(3,3,3,2,2,2,2,3,3)), 2)
x <- round(20 + rexp(23, .1), 2)
n1 <- c(12, 9, 7)[h]; n2 <- c(8, 5, 6)[h]; w <- round(n1 / c(3, 4, 2)[h] * n2 / c(3, 2, 3)[h], 4)
g <- rep(c("a", "b", "c"), 8)[1:23]
d <- data.frame(h, psu, ssu, y, x, n1, n2, w, g)
cat("{\n")
for (name in c("h", "psu", "ssu", "y", "x", "n1", "n2", "w")) emit(name, d[[name]])
emit("g", match(g, c("a", "b", "c")) - 1)

both <- function(s) c(coef(s), as.vector(vcov(s)))
two <- svydesign(~psu + ssu, strata = ~h, fpc = ~n1 + n2, data = d)
emit("two_stage_weights", weights(two))
emit("two_stage_means", both(svymean(~y + x, two)))
emit("two_stage_total", both(svytotal(~y, two)))
one <- svydesign(~psu, strata = ~h, weights = ~w, data = d)
emit("clusters_means", both(svymean(~y + x, one)))
emit("clusters_ratio", c(coef(svyratio(~y, ~x, one)), SE(svyratio(~y, ~x, one))^2))
emit("clusters_domain", both(svymean(~y, subset(one, g == "b"))))

# One cluster alone in its stratum.
d$h2 <- ifelse(d$psu == 9, 4, d$h)
for (rule in c("adjust", "average", "remove", "certainty")) {
  options(survey.lonely.psu = rule)
  lonely <- svydesign(~psu, strata = ~h2, weights = ~w, data = d)
  emit(paste0("lonely_", rule), c(SE(svymean(~y, lonely))^2, SE(svytotal(~y, lonely))^2))
}
options(survey.lonely.psu = "fail")

emit("jkn_means", both(svymean(~y + x, as.svrepdesign(one, type = "JKn"))))
fpc1 <- svydesign(~psu, strata = ~h, weights = ~w, fpc = ~n1, data = d)
emit("jkn_fpc_means", both(svymean(~y + x, as.svrepdesign(fpc1, type = "JKn"))))
pairs <- subset(d, psu %in% c(1, 2, 4, 5, 8, 9))
halves <- svydesign(~psu, strata = ~h, weights = ~w, data = pairs)
emit("brr_totals", both(svytotal(~y + x, as.svrepdesign(halves, type = "BRR"))))
emit("fay_totals", both(svytotal(~y + x, as.svrepdesign(halves, type = "Fay", fay.rho = .3))))

pop <- list(data.frame(g = c("a", "b", "c"), Freq = c(90, 70, 51)), data.frame(k = c("l", "m"), Freq = c(100, 111)))
d$k <- ifelse(d$x > 27, "m", "l")
emit("k", match(d$k, c("l", "m")) - 1)
base <- svydesign(~psu, strata = ~h, weights = ~w, data = d)
raked <- rake(base, list(~g, ~k), pop, control = list(maxit = 500, epsilon = 1e-13))
emit("raked_weights", weights(raked)); emit("raked_means", both(svymean(~y + x, raked)))
emit("raked_domain", both(svymean(~y, subset(raked, h < 3))))
byCalibration <- calibrate(base, list(~g, ~k), pop, calfun = "raking", epsilon = 1e-12)
emit("calibrated_means", both(svymean(~y + x, byCalibration)))
later <- postStratify(raked, ~k, data.frame(k = c("l", "m"), Freq = c(120, 91)))
emit("twice_means", both(svymean(~y + x, later)))
emit("twice_total", both(svytotal(~y, later)))

p <- c(.13, .25, .5, .77, .9)
emit("probabilities", p)
for (rule in c("math", "school", "shahvaish", paste0("hf", 3:9)))
  emit(paste0("quantile_", rule), svyquantile(~y, one, p, qrule = rule, ci = FALSE)[[1]])
# Below the first step R answers with the second value, so that only upper probabilities are kept.
emit("quantile_woodruff", t(svyquantile(~y, one, p[3:5], interval.type = "xlogit")[[1]]), last = TRUE)
cat("}\n")
