"""The viewer: TypeScript, bundled when the package is built; `bundle` reads what was built."""
