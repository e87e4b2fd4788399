// Starts the components the page uses, and nothing that watches its reader.
import Accordion from "@scottish-government/design-system/src/components/accordion/accordion";
import skipLinks from "@scottish-government/design-system/src/components/skip-links/skip-links";

import { showBackToTop } from "./back-to-top";
import * as feedback from "./feedback";
import { focusNews } from "./focus";
import { startPrinting } from "./printing";
import { startSuggestions } from "./suggestions";
import { startTables } from "./tables";
import { startToggles } from "./toggles";

startToggles();
startSuggestions();
document.querySelectorAll<HTMLElement>('[data-module="ds-accordion"]').forEach((element) => new Accordion(element).init());
skipLinks.init();
startTables();
showBackToTop();
feedback.start();
startPrinting();
focusNews();
