//! Calibration to known totals: linear, raking, logit, bounded (Deville & Särndal 1992).
