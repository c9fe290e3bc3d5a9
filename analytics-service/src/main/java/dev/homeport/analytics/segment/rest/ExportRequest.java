package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.segment.ExportFormat;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an export is to be written. */
@Schema(name = "SegmentExportRequest")
record ExportRequest(@NotNull ExportFormat format) {}
