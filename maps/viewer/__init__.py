"""The viewer: TypeScript, bundled when the package is built; `bundle` reads the built files."""
