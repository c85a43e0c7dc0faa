# The tasks of `benches/src/survey.rs` with R's survey package: `Rscript peer.R TASK SAMPLE.csv TARGETS.json SHARE`, one JSON
# line out. Seconds are of the processor, without reading the file. SHARE of the questions or replicates is measured, and
# the rest counted in proportion: the whole would take minutes.
suppressPackageStartupMessages(library(survey))
given <- commandArgs(trailingOnly = TRUE)
task <- given[1]
frame <- read.csv(given[2])
totals <- lapply(strsplit(gsub("^\\[\\[|\\]\\]$", "", readLines(given[3], warn = FALSE)), "\\],\\[")[[1]],
                 function(line) as.numeric(strsplit(line, ",")[[1]]))
share <- as.numeric(given[4])
names <- paste0("m", 0:4)
formulas <- lapply(names, function(name) as.formula(paste0("~", name)))
margins <- Map(function(name, total) {
  margin <- data.frame(seq_along(total) - 1, Freq = total)
  names(margin)[1] <- name
  margin
}, names, totals)
questions <- paste0("q", 0:39)
designed <- svydesign(id = ~1, strata = ~s, weights = ~w, data = frame)
raking <- function(design) rake(design, formulas, margins, control = list(maxit = 200, epsilon = 1e-6))
means <- function(design, some) for (one in some) svymean(as.formula(paste0("~", one)), design)

run <- switch(task,
  rake = { share <- 1; function() raking(designed) },
  linearised = {
    raked <- raking(designed)
    function() means(raked, questions[seq_len(40 * share)])
  },
  replicates = function() {
    replicated <- as.svrepdesign(designed, type = "subbootstrap", replicates = 200 * share)
    means(raking(replicated), questions)
  })
spent <- system.time(run())
peak <- as.numeric(gsub("[^0-9]", "", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) / 1024
cat(sprintf('{"seconds": %f, "megabytes": %d, "version": "%s"}\n',
            (spent[["user.self"]] + spent[["sys.self"]]) / share, round(peak), packageVersion("survey")))
