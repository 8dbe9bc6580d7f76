// On a slow line, modules that a page names outright come at the same time as its style sheet, which the first paint
// waits for. This file is deferred, so that they are fetched after it.
for (const address of document.currentScript.dataset.modules.split(" ")) import(address);
