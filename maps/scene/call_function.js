// Arguments and results are passed as one JSON string: converting values one by one would take a call for each of them.
// A string that is not well-formed UTF-16 never arrives in Python, not even as an error message: hence `toWellFormed`.
// The built-ins are saved before the script runs, because it could replace them.
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
