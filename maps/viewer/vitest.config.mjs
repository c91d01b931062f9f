import { defineConfig } from "vitest/config";
import { messagesModule } from "./messages.mjs";

export default defineConfig({
  plugins: [
    {
      name: "messages",
      resolveId: (id) => (id === "virtual:messages" ? `\0${id}` : undefined),
      load: (id) => (id === "\0virtual:messages" ? messagesModule() : undefined),
    },
  ],
});
