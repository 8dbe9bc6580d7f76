for (const address of document.currentScript.dataset.modules.split(" ")) import(address);
