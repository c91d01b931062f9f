// Arguments and results are passed as one string of JSON: converting values one by one takes a call for each of them.
// A string that is not well-formed UTF-16 never arrives in Python, not even as the message of an error: hence
// `toWellFormed`. The built-ins are taken before the script runs, which could replace them.
(() => {
  const { parse, stringify } = JSON;
  const text = String;
  const wellFormed = Function.prototype.call.bind(String.prototype.toWellFormed);
  const has = Function.prototype.call.bind(Object.prototype.hasOwnProperty);
  const describe = (error) => {
    try {
      return text(error instanceof Error ? error.stack || error : error);
    } catch {
      return "an error without a description";
    }
  };
  return (name, args) => {
    try {
      const scene = globalThis.liaisonScene;
      if (!scene) throw new TypeError("the script defines no liaisonScene");
      if (!has(scene, name) || typeof scene[name] !== "function") {
        throw new TypeError(`liaisonScene has no function ${name}`);
      }
      const json = stringify(scene[name](...parse(args)));
      return json === undefined ? "=null" : "=" + wellFormed(json);
    } catch (error) {
      return "!" + wellFormed(describe(error));
    }
  };
})()
