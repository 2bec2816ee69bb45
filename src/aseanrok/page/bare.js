"use strict";
/* Stands before all else of the page: where what comes after it fails, or did not arrive, it shows the plain tables, as
   far as they are there, and says so. */
window.plainly = () => {
  const page = document.getElementById("page");
  if (!page) return; // shown already
  const said = document.createElement("p");
  said.setAttribute("role", "alert");
  said.textContent =
    document.documentElement.lang === "ko"
      ? "이 파일이 손상되었거나 끝까지 받지 못했거나, 이 브라우저에서 열 수 없습니다. 읽을 수 있는 표만 보여 줍니다."
      : "This file is damaged or cut short, or this browser cannot show all of it: what can be read are its plain tables.";
  const tables = document.querySelector("noscript");
  page.outerHTML = tables ? tables.textContent : "";
  (document.querySelector("main") || document.body).prepend(said);
};
addEventListener("DOMContentLoaded", () => window.carried || plainly());
