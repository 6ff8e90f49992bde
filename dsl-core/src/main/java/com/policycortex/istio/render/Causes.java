package com.policycortex.istio.render;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;

/** What went wrong with a file, in words: Java's own messages are often the path alone. */
final class Causes {

  private Causes() {}

  static String of(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "no permission for " + denied.getFile();
    }
    if (e instanceof NotDirectoryException file) {
      return file.getFile() + " is no folder";
    }
    if (e instanceof FileSystemException named && named.getReason() == null) {
      return e.getClass().getSimpleName().replace("Exception", "") + " " + named.getFile();
    }
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
