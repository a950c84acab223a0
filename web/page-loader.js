// Runs first in a page that is one file: every piece of code stands in it packed (gzip, base64), and is unpacked and
// started when it is asked for, together with what it imports. Taken into the page by single-page.ts as it stands.
(() => {
  const addresses = new Map();

  const textOf = async (block) => {
    const letters = atob(block.textContent);
    const bytes = new Uint8Array(letters.length);
    for (let place = 0; place < letters.length; place++) bytes[place] = letters.charCodeAt(place);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return await new Response(stream).text();
  };

  /** A piece by an address of its own, what it imports by theirs: each is unpacked once. */
  const addressOf = (name) => {
    const known = addresses.get(name);
    if (known !== undefined) return known;
    const block = document.getElementById(`fulcrum-code-${name}`);
    const made = (async () => {
      if (block === null) throw new Error(`This page does not hold its piece ${name}`);
      const needs = block.dataset.needs.split(" ").filter((need) => need !== "");
      const [text, ...others] = await Promise.all([textOf(block), ...needs.map(addressOf)]);
      block.remove();
      let code = text;
      for (const [place, need] of needs.entries())
        code = code.replaceAll(`"fulcrum:${need}"`, `"${others[place]}"`);
      return URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    })();
    addresses.set(name, made);
    return made;
  };

  globalThis.fulcrumCode = async (name) => import(await addressOf(name));

  // Told in the page itself: there is no other code yet that could.
  globalThis.fulcrumCode(document.currentScript.dataset.first).catch((error) => {
    const words = document.createElement("p");
    words.style.cssText =
      "max-width:40rem;margin:3rem auto;padding:0 1rem;font:1rem/1.5 sans-serif";
    words.textContent = `This report could not be opened in this browser: ${error.message}. A current Chrome, Edge, Firefox or Safari opens it; the same figures are in the JSON report.`;
    document.getElementById("root").replaceChildren(words);
  });
})();
