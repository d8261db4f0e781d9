// Acting in place: a button opens the panel of its step, the panel posts the command, and the page
// comes back once it shows what was done.
(() => {
  const cookie = (name) =>
    document.cookie.split("; ").find((each) => each.startsWith(name + "="))?.slice(name.length + 1);

  const csrf = () => {
    const token = cookie("XSRF-TOKEN");
    return token ? { "X-XSRF-TOKEN": decodeURIComponent(token) } : {};
  };

  document.addEventListener("htmx:configRequest", (event) => Object.assign(event.detail.headers, csrf()));

  const panel = (button) => {
    const dialog = document.getElementById("step-" + button.dataset.step);
    const form = dialog.querySelector("form");
    form.reset();
    form.querySelector("details").open = false;
    clear(form);
    form.dataset.subject = button.dataset.subject;
    dialog.querySelector("[data-about]").textContent = button.dataset.about;
    dialog.showModal();
  };

  const clear = (form) => {
    form.querySelector(".problem").hidden = true;
    form.querySelectorAll(".fault").forEach((fault) => (fault.textContent = ""));
    form.querySelectorAll("[aria-invalid]").forEach((input) => input.removeAttribute("aria-invalid"));
  };

  // A day is typed as people here write it and sent as programs do; what is no day goes as it is, to be refused.
  const day = (typed) => {
    const [, date, month, year] = typed.trim().match(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/) ?? [];
    const iso = date && `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
    return iso && new Date(iso + "T00:00Z").toJSON()?.startsWith(iso) ? iso : typed;
  };

  // One agency a line, its weight behind a semicolon if it has one.
  const parts = (lines) =>
    lines.split("\n").filter((line) => line.trim()).map((line) => {
      const [agency, weight] = line.split(";").map((each) => each.trim());
      return weight ? { agency, weight: Number(weight) } : { agency };
    });

  // One indicator a line, its value behind a semicolon; a number is typed as people here write it.
  const figures = (lines) =>
    lines.split("\n").filter((line) => line.trim()).map((line) => {
      const [indicator, ...rest] = line.split(";");
      const value = rest.join(";").trim();
      const number = /^-?\d{1,3}([.\s]?\d{3})*(,\d+)?$/.test(value);
      return {
        indicator: indicator.trim(),
        value: number ? value.replace(/[.\s]/g, "").replace(",", ".") : value,
      };
    });

  // Each file is kept first; the command then names it by the hash that comes back.
  const upload = async (file) => {
    const response = await fetch("/api/attachments", {
      method: "POST",
      headers: {
        "Content-Type": "application/octet-stream",
        "Accept-Language": document.documentElement.lang,
        ...csrf(),
      },
      body: file,
    });
    const answer = await response.json();
    if (!response.ok) {
      throw { ...answer, errors: [{ field: "attachments", message: [file.name, answer.detail, ...(answer.errors ?? []).map((each) => each.message)].join(" · ") }] };
    }
    return { hash: answer.hash, name: file.name };
  };

  const body = async (form) => {
    const command = { [form.dataset.field]: form.dataset.subject };
    for (const input of form.querySelectorAll("[name]")) {
      if (input.type === "file") {
        if (input.files.length > 0) {
          command[input.name] = await Promise.all([...input.files].map(upload));
        }
      } else if (input.value !== "") {
        command[input.name] =
          "day" in input.dataset ? day(input.value)
            : "parts" in input.dataset ? parts(input.value)
            : "figures" in input.dataset ? figures(input.value)
            : input.type === "number" ? Number(input.value) : input.value;
      }
    }
    return command;
  };

  const show = (form, problem) => {
    const summary = form.querySelector(".problem");
    summary.textContent = problem.detail;
    summary.hidden = false;
    for (const error of problem.errors ?? []) {
      const input = form.querySelector(`[name="${CSS.escape(error.field)}"]`);
      const fault = input && form.querySelector("#" + CSS.escape(input.id) + "-fault");
      if (fault) {
        fault.textContent = error.message;
        input.setAttribute("aria-invalid", "true");
        input.closest("details")?.setAttribute("open", "");
      } else {
        summary.textContent += " " + error.message;
      }
    }
    summary.focus();
  };

  const submit = async (form) => {
    clear(form);
    const button = form.querySelector("[type=submit]");
    button.disabled = true;
    try {
      const response = await fetch("/api/commands/" + form.dataset.command, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          "Accept-Language": document.documentElement.lang,
          "Idempotency-Key": crypto.randomUUID?.() ?? String(Date.now() + Math.random()),
          ...csrf(),
        },
        body: JSON.stringify(await body(form)),
      });
      const answer = await response.json();
      if (!response.ok) {
        show(form, answer);
        return;
      }
      const there = new URL(location.href);
      there.searchParams.set("after", answer.mark);
      location.assign(there);
    } catch (problem) {
      show(form, problem.detail ? problem : { detail: form.dataset.unreachable });
    } finally {
      button.disabled = false;
    }
  };

  document.addEventListener("click", (event) => {
    const step = event.target.closest("button[data-step]");
    if (step) {
      panel(step);
    }
    const unfold = event.target.closest("button[data-unfold]");
    if (unfold) {
      const open = unfold.getAttribute("aria-expanded") !== "true";
      unfold.setAttribute("aria-expanded", String(open));
    }
    const close = event.target.closest("button[data-close]");
    if (close) {
      close.closest("dialog").close();
    }
  });

  document.addEventListener("submit", (event) => {
    if (event.target.matches("form[data-command]")) {
      event.preventDefault();
      submit(event.target);
    }
  });

  // What was waited for once need not be waited for again at a reload.
  const here = new URL(location.href);
  if (here.searchParams.has("after")) {
    here.searchParams.delete("after");
    history.replaceState(null, "", here);
  }

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-submit-on-change]")) {
      event.target.form.requestSubmit();
    }
  });
})();
