// The number of saved jobs in the header of pages that do nothing else with them.
import { load, showCount } from "./saved-store.js";

const show = () => showCount(load());
document.addEventListener("saved-store-change", show);
show();
