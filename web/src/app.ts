// The script of every page. Each part makes a working page smoother; none is needed to read, answer or vote.
import { startCounters } from "./counters";
import { startDrafts } from "./drafts";
import { startForms } from "./forms";
import { startKeys } from "./keys";
import { startLive } from "./live";
import { startRefresh } from "./refresh";
import { startTotals } from "./totals";

startForms();
startDrafts();
startLive();
startRefresh();
startCounters();
startTotals();
startKeys();
