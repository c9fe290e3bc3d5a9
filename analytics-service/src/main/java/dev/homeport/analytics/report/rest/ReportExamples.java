package dev.homeport.analytics.report.rest;

/** The beginning of a real page, of a giftware shop (UCI Online Retail). */
final class ReportExamples {
  private ReportExamples() {}

  static final String CUSTOMER_BASE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>Customer base of Giftware, end of Saturday, 10 December 2011</title>
      </head>
      <body>
      <main>
      <h1>Customer base</h1>
      <h2>In short</h2>
      <p><data value="4339">4,339 customers</data> have bought for
      <data value="8310477.054">£8.31 million</data>, less returns; that is
      <data value="1915.297776907">£1,915</data> each on average.</p>
      </main>
      </body>
      </html>
      """;
}
