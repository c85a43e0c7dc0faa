// The script of a tablet's pages. It replaces the common one: a tablet has neither drafts nor counters.
import { startIdle } from "./idle";
import { startTablet } from "./tablet";

const tablet = startTablet();
const first = document.body.dataset.idleTo;
startIdle(tablet?.restart ?? (() => first && location.replace(first)), tablet?.busy ?? (() => true));
